/**
 * Notes that people changed: a score of their own beside the one that it was made from. What hands
 * did is not drawn again. May use what {@link ductus.task.Task} says, and the floors below.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.edit;
