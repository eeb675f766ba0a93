/**
 * What {@code ductus.cmd} does on Windows, as {@code ./ductus} does it elsewhere: builds Ductus
 * where sources are newer than the jar, and starts it. It is compiled alone and first, and uses
 * nothing but the JDK.
 */
package ductus.launch;
