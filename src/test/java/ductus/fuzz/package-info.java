/**
 * Broken files for every reader: each is read, or refused by the reader's one checked complaint.
 */
package ductus.fuzz;
