/* test_scan_portable.c - the same on processors without SSE2. */
#define PC_SCAN_PORTABLE
#include "test_scan.c"
