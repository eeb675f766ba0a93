// Bytes as text, for a request.
import { t } from "./words.js";

/** Base64 of a file or a part of one. */
export function base64(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).slice(String(reader.result).indexOf(",") + 1));
    reader.onerror = () => reject(Object.assign(new Error(t("corpus.unreadable")), { status: 422 }));
    reader.readAsDataURL(blob);
  });
}
