/**
 * Where models lie, in a folder of the user or among those that ship ({@link
 * ductus.model.place.ModelPlace}), and the models of music that ship ({@link
 * ductus.model.place.ModelCatalog}).
 */
@org.jspecify.annotations.NullMarked
package ductus.model.place;
