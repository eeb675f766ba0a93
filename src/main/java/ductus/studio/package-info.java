/**
 * The local page: a thin HTTP face over tasks and runs. {@link ductus.studio.Studio} serves it on
 * 127.0.0.1, below a path that it keeps secret; each page has a package with its routes, and its
 * HTML, CSS and JavaScript modules lie under {@code src/main/resources/ductus/studio/}.
 */
@org.jspecify.annotations.NullMarked
package ductus.studio;
