/* exit.c - for the coverage build only: makes _exit(), by which child processes and signal
 * handlers end, write the counts. */
void __gcov_dump(void);
_Noreturn void __real__exit(int status);
_Noreturn void __wrap__exit(int status);

void __wrap__exit(int status)
{
    __gcov_dump();
    __real__exit(status);
}
