// Files of music that the page is given.
import { base64 } from "../bytes.js";
import { t } from "../words.js";

const LARGEST = 8 << 20;
export const ACCEPTED = ".mid,.midi,.abc,.musicxml,.mxl,.xml";

/** A file as the server takes it. @param {File} file */
export async function given(file) {
  if (file.size > LARGEST) throw new Error(t("compose.tooLarge", { name: file.name }));
  return { fileName: file.name, fileContent: await base64(file) };
}
