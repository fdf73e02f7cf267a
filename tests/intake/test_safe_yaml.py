"""The quicker reader refuses the letters that ruamel's own refuses, and no others."""

from ruamel.yaml.reader import Reader

from pipeline.intake.safe_yaml import safe_yaml

LETTERS = "".join(map(chr, range(0x110000)))


def test_the_same_letters_are_forbidden() -> None:
    ours = safe_yaml().Reader.NON_PRINTABLE
    assert ours.findall(LETTERS) == Reader.NON_PRINTABLE.findall(LETTERS)


def test_it_is_the_reader_in_use() -> None:
    yaml = safe_yaml()
    assert yaml.load("a: [1, ข]") == {"a": [1, "ข"]}
    assert type(yaml.reader) is yaml.Reader
