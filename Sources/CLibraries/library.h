// How a library is loaded.
#ifndef CLIBRARIES_LIBRARY_H
#define CLIBRARIES_LIBRARY_H

// The handle of the first library of `names`, a list that ends with NULL, that the system has; NULL where it has none.
void *mahdar_library(const char *const *names);

// Loads a function of `library` into a pointer variable that has its name and type; 0 where the library has none.
#define LOAD(library, table, function) \
  ((table)->function = (__typeof__((table)->function))dlsym((library), #function))

#endif
