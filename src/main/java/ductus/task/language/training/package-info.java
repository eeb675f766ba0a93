/** Trains language models: {@link ductus.task.language.training.LanguageTask}. */
@org.jspecify.annotations.NullMarked
package ductus.task.language.training;
