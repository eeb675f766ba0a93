/**
 * What new pieces can be asked to be like: the traits of pieces, among them their styles, and the
 * conditions of a model that learned to tell pieces apart by them.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.condition;
