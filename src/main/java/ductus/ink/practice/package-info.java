/**
 * What hands write to be learned and measured by: {@link ductus.ink.practice.TrainingText} draws
 * texts at random, {@link ductus.ink.practice.HeldOutText} is kept for evaluation, {@link
 * ductus.ink.practice.CopyText} is copied by people to show their hands.
 */
@NullMarked
package ductus.ink.practice;

import org.jspecify.annotations.NullMarked;
