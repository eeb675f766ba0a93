/**
 * Ductus as a library: compose, write by hand, read ink, train. Everything else is open to programs
 * as well; this package is what does not change from one version to the next without a word in the
 * changelog.
 *
 * <ul>
 *   <li>{@link ductus.api.Composer} makes a {@link ductus.api.Tune} of a {@link
 *       ductus.api.CompositionRequest}.
 *   <li>{@link ductus.api.Scribe} writes a {@link ductus.api.Letter} of a {@link
 *       ductus.api.LetterRequest}.
 *   <li>{@link ductus.api.HandwritingReader} reads files of ink.
 *   <li>{@link ductus.api.ModelTraining} trains on a folder of music, or on one's own {@link
 *       ductus.api.TokenCorpus}, which a {@link ductus.api.TokenModel} then goes on with.
 * </ul>
 *
 * <p>The seed decides everything: the same call gives the same bytes on any number of threads, and
 * those of the command with the same seed. Start Java with {@code --add-modules
 * jdk.incubator.vector}: without it all of this is far slower, and the last bits are others.
 *
 * <p>A value out of its range is an {@link java.lang.IllegalArgumentException}, a file that cannot
 * be used a {@link ductus.file.BadFileException}; their messages say what must be and what was.
 */
@org.jspecify.annotations.NullMarked
package ductus.api;
