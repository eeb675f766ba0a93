/**
 * What is in a file, a folder or a model, as records that print as they are in JSON. Bars and
 * tracks are counted as people do, bars and channels from 1. May use the workbench and what is
 * below it.
 */
@NullMarked
package ductus.inspection;

import org.jspecify.annotations.NullMarked;
