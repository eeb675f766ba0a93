/**
 * Handwriting: what the page asks for becomes the same {@link
 * ductus.task.handwriting.page.WritingRequest} as that of {@code ductus write}; pages lie among the
 * drafts until they are kept.
 */
@org.jspecify.annotations.NullMarked
package ductus.studio.write;
