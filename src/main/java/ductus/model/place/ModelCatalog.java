package ductus.model.place;

import java.util.List;

/** The models of music that ship, and the names of a model's files. */
public final class ModelCatalog {
  /** Models of music that ship with the program. */
  public static final List<String> SHIPPED =
      List.of("folk", "chorales", "leadsheet", "pop", "drums");

  /** A model's file in its folder. */
  public static final String MODEL = "model.safetensors";

  /** The run index beside it. */
  public static final String RUNS = "runs.safetensors";

  private ModelCatalog() {}
}
