package ductus.task.translation.german;

import ductus.task.translation.german.clause.Clause;

/**
 * A clause, and what questions about it need to know.
 *
 * @param timeFirst whether its time may begin the sentence
 */
record TimedClause(Clause clause, boolean timeFirst) {}
