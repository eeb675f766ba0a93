/**
 * The same bytes everywhere: commands run again as another machine would run them, and compared.
 */
package ductus.same;
