// A chosen or dropped file is sent at once; without this script the button sends it.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-autosend]");
  if (form && event.target.files && event.target.files.length) form.requestSubmit();
});
document.addEventListener("submit", (event) => {
  const told = event.target.querySelector("[role=status]");
  if (told) told.textContent = event.target.dataset.busy;
});
// A file may be dropped anywhere: outside the frames it goes to the first one.
const frameOf = (event) => event.target.closest("form[data-autosend]") || document.querySelector("form[data-autosend]");
for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const frame = frameOf(event);
    if (!frame || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    frame.classList.toggle("over", kind === "dragenter" || kind === "dragover");
    if (kind !== "drop" || !event.dataTransfer.files.length) return;
    const one = new DataTransfer();
    one.items.add(event.dataTransfer.files[0]);
    frame.querySelector("input[type=file]").files = one.files;
    frame.requestSubmit();
  });
}
// When a run is over, its page is shown anew: plan, report and files are other ones then.
document.addEventListener("htmx:sseClose", (event) => {
  if (event.target.dataset.reloadOn && event.detail.type === "message") window.location.reload();
});
