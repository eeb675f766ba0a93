// The bytes of a file as text, since what is sent is JSON.

/** Base64 of a file. */
export function base64(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = /** @type {string} */ (reader.result);
      done(address.slice(address.indexOf(",") + 1));
    };
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}
