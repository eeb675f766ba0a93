/** What is asked of music: the settings of a training run, and what a new piece shall be like. */
@org.jspecify.annotations.NullMarked
package ductus.task.music.request;
