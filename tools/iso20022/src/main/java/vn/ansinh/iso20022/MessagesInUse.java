package vn.ansinh.iso20022;

import com.prowidesoftware.swift.model.mt.mt9xx.MT940;
import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.MxPain00200110;
import java.util.List;

/**
 * The messages we exchange with banks. The packaging keeps what this list reaches and drops the
 * rest of the library; a further message is added here.
 */
public final class MessagesInUse {

    /** Payment orders, status reports, statements and notifications. */
    public static final List<Class<?>> ALL =
            List.of(
                    MxPain00100109.class,
                    MxPain00200110.class,
                    MxCamt05300108.class,
                    MxCamt05400108.class,
                    MT940.class);

    private MessagesInUse() {}
}
