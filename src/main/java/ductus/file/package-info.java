/**
 * Files as such: writing one whole or not at all, reading and writing safetensors, JSON and CSV,
 * hashes, and what is said of a file that cannot be used. Knows nothing of models and music;
 * matrices are EJML's. Uses nothing of the house outside of it.
 */
@org.jspecify.annotations.NullMarked
package ductus.file;
