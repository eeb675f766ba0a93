package ductus.launch;

import java.util.List;

/** Stands for Ductus where it is its launcher that is tested: says what it is told. */
public final class EchoProgram {
  private EchoProgram() {}

  /** Prints where its home is, and each argument; ends with status 3. */
  public static void main(String[] arguments) {
    System.out.println("home " + System.getProperty("ductus.home"));
    List.of(arguments).forEach(System.out::println);
    System.exit(3);
  }
}
