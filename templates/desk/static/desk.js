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
// A browser keeps six connections to a desk: a tab that nobody looks at gives its stream up, so that many
// tabs do not shut out the next, and asks what changed when it is looked at again.
class Stream extends EventTarget {
  constructor(address) {
    super();
    this.address = address;
    this.names = new Set();
    this.look = () => (document.hidden ? this.rest() : this.open(true));
    document.addEventListener("visibilitychange", this.look);
    if (!document.hidden) this.open(false);
  }
  get readyState() { return this.ended ? EventSource.CLOSED : EventSource.OPEN; }
  open(again) {
    if (this.source) return;
    this.source = new EventSource(this.address);
    this.source.onopen = (event) => this.onopen && this.onopen(event);
    for (const name of this.names) this.listen(name);
    if (again) this.dispatchEvent(new MessageEvent("changed"));
  }
  listen(name) {
    this.source.addEventListener(name, (event) => this.dispatchEvent(new MessageEvent(name, { data: event.data })));
  }
  addEventListener(name, told) {
    super.addEventListener(name, told);
    if (this.names.has(name)) return;
    this.names.add(name);
    if (this.source) this.listen(name);
  }
  rest() {
    if (this.source) this.source.close();
    this.source = null;
  }
  close() {
    this.ended = true;
    document.removeEventListener("visibilitychange", this.look);
    this.rest();
  }
}
htmx.createEventSource = (address) => new Stream(address);
