// Libraries that are loaded when they are first asked for: linked, they and those they need would make every command start
// 20 ms later. What is declared here holds no type of theirs.
#ifndef CLIBRARIES_H
#define CLIBRARIES_H

#include "archives.h"
#include "fetch.h"
#include "markup.h"
#include "program.h"
#include "search.h"

#endif
