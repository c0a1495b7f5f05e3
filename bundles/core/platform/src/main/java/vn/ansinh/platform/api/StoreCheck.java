package vn.ansinh.platform.api;

/** Whether the database answers and takes what is written; for the health page. */
public interface StoreCheck {

    /**
     * Asks now; cheap while all is well. After a write that failed because the disk was full it
     * writes a few megabytes that nobody keeps, until that succeeds.
     *
     * @throws AnsinhException STORE_UNAVAILABLE when it does not answer, STORE_FULL while its disk
     *     is full
     */
    void check();
}
