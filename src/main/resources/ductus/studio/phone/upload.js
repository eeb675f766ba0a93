// The one page that a phone sees: it takes a picture and sends it.
const WORDS = {
  en: {
    how: "Photograph the filled-in sheet from above, in even light, with all black squares in the picture. It goes to the computer that showed you the code, and nowhere else.",
    label: "Take a picture", sending: "Sending …", sent: "It is there. Look at the computer, or take another one.",
    failed: "It was not sent: {why}", gone: "the computer does not answer any more",
  },
  de: {
    how: "Das ausgefüllte Blatt von oben fotografieren, in gleichmäßigem Licht, alle schwarzen Quadrate im Bild. Es geht an den Rechner, der den Code zeigt, und nirgendwohin sonst.",
    label: "Foto aufnehmen", sending: "Wird gesendet …", sent: "Es ist da. Am Rechner nachsehen oder noch eines aufnehmen.",
    failed: "Nicht gesendet: {why}", gone: "der Rechner antwortet nicht mehr",
  },
};
const language = navigator.languages.map((each) => each.split("-")[0]).find((each) => each in WORDS) ?? "en";
const words = WORDS[language];
const [how, label, said] = ["how", "label", "said"].map((id) => document.getElementById(id));
const picture = /** @type {HTMLInputElement} */ (document.getElementById("picture"));

document.documentElement.lang = language;
how.textContent = words.how;
label.textContent = words.label;
picture.addEventListener("change", async () => {
  const [file] = picture.files;
  picture.value = "";
  if (!file) return;
  said.textContent = words.sending;
  try {
    const answer = await fetch("/picture", { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file })
      .catch(() => { throw new Error(words.gone); });
    if (!answer.ok) throw new Error(await answer.text());
    said.textContent = words.sent;
  } catch (error) {
    said.textContent = words.failed.replace("{why}", error.message);
  }
});
