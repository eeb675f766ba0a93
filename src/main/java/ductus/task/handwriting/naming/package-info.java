/**
 * Whose hand lines are in: {@link ductus.task.handwriting.naming.HandNaming} asks the networks that
 * write the hands how well they predict the ink.
 */
@NullMarked
package ductus.task.handwriting.naming;

import org.jspecify.annotations.NullMarked;
