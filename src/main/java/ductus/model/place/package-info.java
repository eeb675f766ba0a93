/** Where models lie: in a folder of the user, or among those that ship. */
@org.jspecify.annotations.NullMarked
package ductus.model.place;
