import java.io.File;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Validates PDF files with veraPDF: Validate PROFILES FILE..., PROFILES such as 3a,ua1.
 *
 * <p>One line for each rule that a file breaks; the last line counts files and failures (rules broken, files that
 * cannot be read). The exit code is 0 if there are none.
 */
public class Validate {
    public static void main(String[] arguments) {
        List<PDFAFlavour> profiles = new ArrayList<>();
        for (String name : arguments[0].split(",")) {
            profiles.add(profile(name));
        }
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        int failures = 0;
        for (int at = 1; at < arguments.length; at++) {
            for (PDFAFlavour profile : profiles) {
                failures += failures(new File(arguments[at]), profile);
            }
        }
        System.out.printf("%s: %d files, %d failures%n", arguments[0], arguments.length - 1, failures);
        System.exit(failures == 0 ? 0 : 1);
    }

    private static PDFAFlavour profile(String name) {
        PDFAFlavour found = PDFAFlavour.byFlavourId(name);
        if (found == PDFAFlavour.NO_FLAVOUR) {
            throw new IllegalArgumentException("veraPDF has no profile " + name);
        }
        return found;
    }

    private static int failures(File file, PDFAFlavour profile) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, profile);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            List<Map.Entry<RuleId, Integer>> broken = new ArrayList<>(result.getFailedChecks().entrySet());
            broken.sort(Comparator.comparing(entry -> entry.getKey().getClause() + " " + entry.getKey().getTestNumber()));
            for (Map.Entry<RuleId, Integer> entry : broken) {
                RuleId id = entry.getKey();
                Rule rule = result.getValidationProfile().getRuleByRuleId(id);
                System.out.printf(
                        "%s: %s %s-%d, %d times: %s%n",
                        file, profile.getId(), id.getClause(), id.getTestNumber(), entry.getValue(), rule.getDescription());
                result.getTestAssertions().stream()
                        .filter(test -> test.getRuleId().equals(id))
                        .findFirst()
                        .ifPresent(test -> System.out.println("    " + test.getLocation().getContext()));
            }
            return broken.size();
        } catch (Exception error) {
            System.out.printf("%s: %s cannot be read: %s%n", file, profile.getId(), error);
            return 1;
        }
    }
}
