/**
 * Opens trained models of music, with their conditions and the runs of notes of their training
 * pieces.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.model;
