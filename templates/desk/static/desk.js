// A chosen or dropped file is sent at once; without this script the button sends it.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-autosend]");
  if (form && event.target.files && event.target.files.length) form.requestSubmit();
});
