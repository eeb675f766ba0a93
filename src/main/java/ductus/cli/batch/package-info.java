/**
 * Something made of each row of a table: {@link ductus.cli.batch.RowTable} is the table, {@link
 * ductus.cli.batch.RowOptions} what a row asks for otherwise than the command line, {@link
 * ductus.cli.batch.RowRun} goes through it. Rows that cannot be made are named and left out.
 */
@org.jspecify.annotations.NullMarked
package ductus.cli.batch;
