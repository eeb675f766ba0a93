/** The sheet on which people draw their hand, and the way back from a drawn sheet. */
@NullMarked
package ductus.ink.template;

import org.jspecify.annotations.NullMarked;
