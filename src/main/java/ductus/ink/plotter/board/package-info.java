/**
 * Plotters at work: {@link ductus.ink.plotter.board.PlotJob} is a file of commands, {@link
 * ductus.ink.plotter.board.EbbBoard} and {@link ductus.ink.plotter.board.GcodeBoard} send it and
 * wait for each answer, over a {@link ductus.ink.plotter.board.BoardLink}, which a {@link
 * ductus.ink.plotter.board.SerialPort} has at its other end, or a test. Times are in milliseconds.
 */
@NullMarked
package ductus.ink.plotter.board;

import org.jspecify.annotations.NullMarked;
