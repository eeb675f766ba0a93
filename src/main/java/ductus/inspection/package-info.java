/**
 * What is in a folder or a model, as records that print as they are in JSON, one kind of report a
 * kind of model. Bars and tracks are counted as people do, bars and channels from 1. May use tasks
 * and below.
 */
@NullMarked
package ductus.inspection;

import org.jspecify.annotations.NullMarked;
