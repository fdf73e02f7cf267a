// A chosen or dropped file is sent at once; without this script the button sends it.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-autosend]");
  if (form && event.target.files && event.target.files.length) form.requestSubmit();
});
// When a run is over, its page is shown anew: plan, report and files are other ones then.
document.addEventListener("htmx:sseClose", (event) => {
  if (event.target.dataset.reloadOn && event.detail.type === "message") window.location.reload();
});
