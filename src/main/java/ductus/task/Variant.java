package ductus.task;

/**
 * One of the things that a task can be asked to learn where nothing finer is said.
 *
 * @param name by which it is asked for, different from those of all tasks
 * @param words for people, such as {@code Melodies, one note at a time}
 * @param usual its usual settings; what is learned is missing in them
 */
public record Variant<C>(String name, String words, C usual) {}
