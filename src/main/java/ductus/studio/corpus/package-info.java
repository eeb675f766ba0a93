/**
 * What can be learnt from: folders of music and ink that were dropped onto the page, and those that
 * ship; what was read in them, what was left out and why. Everything that comes from the page,
 * names above all, is refused or made harmless in {@link ductus.studio.corpus.CorpusUpload} and
 * {@link ductus.studio.corpus.Corpora}.
 */
@org.jspecify.annotations.NullMarked
package ductus.studio.corpus;
