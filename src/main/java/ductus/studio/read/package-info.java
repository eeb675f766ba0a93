/**
 * Reading of ink and of pictures of writing: what was read is kept, can be corrected word by word,
 * and lines that were looked over become a corpus that readers learn from.
 *
 * <p>A reading is a folder: {@code lines.json} has the ink of its lines, {@code reading.json} what
 * they say.
 */
@org.jspecify.annotations.NullMarked
package ductus.studio.read;
