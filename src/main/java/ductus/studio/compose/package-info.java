/**
 * New music: what the page asks for becomes the same {@link ductus.task.music.request.MusicRequest}
 * as that of {@code ductus generate}; candidates lie among the drafts until they are kept.
 */
@org.jspecify.annotations.NullMarked
package ductus.studio.compose;
