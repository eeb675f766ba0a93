/**
 * What is in a file or a folder of ink: {@link ductus.workbench.report.ink.InkSurvey} is the
 * entrance, {@link ductus.workbench.report.ink.InkTally} counts part by part. May use what {@code
 * workbench.report} may.
 */
@NullMarked
package ductus.workbench.report.ink;

import org.jspecify.annotations.NullMarked;
