package ductus.task.recognition.lessons;

import ductus.model.reading.LineRows;
import java.util.Optional;

/**
 * A line to learn from.
 *
 * @param rows what a network sees of it
 * @param text what it says, decomposed
 * @param hand number of the hand that wrote it
 * @param path where its characters stand, if known
 */
record LabeledLine(LineRows rows, String text, int hand, Optional<LabelPath> path) {}
