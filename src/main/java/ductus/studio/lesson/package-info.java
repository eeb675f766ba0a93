/**
 * Lessons, in which a model learns somebody's writing: processes of their own, told by a folder
 * each.
 */
@NullMarked
package ductus.studio.lesson;

import org.jspecify.annotations.NullMarked;
