package vn.ansinh.bank;

import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;

/** Days and instants of messages. */
final class Dates {

    private static final DatatypeFactory FACTORY = DatatypeFactory.newDefaultInstance();

    private Dates() {}

    static XMLGregorianCalendar instant(long millis) {
        return FACTORY.newXMLGregorianCalendar(
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        Instant.ofEpochMilli(millis)
                                .atOffset(ZoneOffset.ofHours(7))
                                .truncatedTo(ChronoUnit.SECONDS)));
    }

    static DateAndDateTime2Choice day(String day) {
        return new DateAndDateTime2Choice().setDt(FACTORY.newXMLGregorianCalendar(day));
    }
}
