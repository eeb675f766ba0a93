package ductus.cli.pipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A command that can stand in a pipe. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Piped {
  /**
   * The option, such as {@code --primer}, or the parameter's label, such as {@code FILE}, that
   * takes {@code -} for standard input; empty for none.
   */
  String in() default "";

  /** Whether the command makes one file, which {@code --out -} sends to standard output. */
  boolean out() default true;

  /** Options that make several files of one, where they are given or have more than one value. */
  String[] several() default {};

  /**
   * Whether what is made could not be made again without the file that was read: its provenance
   * names the file only.
   */
  boolean needsInputAgain() default false;
}
