// Learns the language first: what the other modules say when they are loaded is said in it, too.
import { learn } from "./words.js";

await learn();
await import("./pages.js");
