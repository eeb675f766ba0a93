/** What networks that read words have in common, whether they classify texts or tag words. */
@org.jspecify.annotations.NullMarked
package ductus.workbench.words;
