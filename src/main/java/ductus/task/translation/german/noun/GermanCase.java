package ductus.task.translation.german.noun;

/** The cases of German that everyday sentences have; the genitive is left out. */
public enum GermanCase {
  NOMINATIVE,
  ACCUSATIVE,
  DATIVE
}
