/**
 * What is in a file or a folder of ink: {@link ductus.inspection.ink.InkSurvey} is the entrance,
 * {@link ductus.inspection.ink.InkTally} counts part by part.
 */
@NullMarked
package ductus.inspection.ink;

import org.jspecify.annotations.NullMarked;
