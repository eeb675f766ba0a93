/**
 * The look inside: what a model said before each token of a piece and each point of a page, as
 * {@link ductus.generate.hindsight} finds it by drawing the same once more.
 */
@org.jspecify.annotations.NullMarked
package ductus.studio.inside;
