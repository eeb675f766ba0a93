/** Commands for captions of sketches. */
@org.jspecify.annotations.NullMarked
package ductus.cli.caption;
