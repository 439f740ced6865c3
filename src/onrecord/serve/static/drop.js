// Files dropped on the form are handed in as if they had been chosen.

const form = document.querySelector("form.drop");
const chosen = form.querySelector("input[type=file]");

for (const over of ["dragover", "dragenter"]) {
  form.addEventListener(over, (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
}
form.addEventListener("dragleave", () => form.classList.remove("over"));
form.addEventListener("drop", (event) => {
  event.preventDefault();
  form.classList.remove("over");
  chosen.files = event.dataTransfer.files;
  form.requestSubmit();
});
