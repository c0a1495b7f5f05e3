package vn.ansinh.store.internal;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.persistence.EntityManagerFactory;
import javax.persistence.SharedCacheMode;
import javax.persistence.ValidationMode;
import javax.persistence.spi.ClassTransformer;
import javax.persistence.spi.PersistenceUnitInfo;
import javax.persistence.spi.PersistenceUnitTransactionType;
import javax.sql.DataSource;
import org.hibernate.jpa.HibernatePersistenceProvider;

/** The one persistence unit, described in code: resource-local, caches off, schema checked. */
final class PersistenceUnit implements PersistenceUnitInfo {

    private final DataSource source;
    private final List<Class<?>> entities;

    private PersistenceUnit(DataSource source, List<Class<?>> entities) {
        this.source = source;
        this.entities = entities;
    }

    static EntityManagerFactory create(DataSource source, List<Class<?>> entities) {
        Map<String, Object> settings =
                Map.of(
                        "hibernate.dialect", "org.hibernate.dialect.PostgreSQL10Dialect",
                        "hibernate.temp.use_jdbc_metadata_defaults", "false",
                        "hibernate.hbm2ddl.auto", "validate",
                        "hibernate.cache.use_second_level_cache", "false",
                        "hibernate.jdbc.batch_size", "100",
                        "hibernate.order_inserts", "true",
                        "hibernate.transaction.jta.platform",
                                "org.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform");
        return Loader.with(
                HibernatePersistenceProvider.class.getClassLoader(),
                () ->
                        new HibernatePersistenceProvider()
                                .createContainerEntityManagerFactory(
                                        new PersistenceUnit(source, entities), settings));
    }

    @Override
    public String getPersistenceUnitName() {
        return "ansinh";
    }

    @Override
    public String getPersistenceProviderClassName() {
        return HibernatePersistenceProvider.class.getName();
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return source;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        return null;
    }

    @Override
    public List<String> getManagedClassNames() {
        return entities.stream().map(Class::getName).toList();
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        return new Properties();
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "2.2";
    }

    @Override
    public ClassLoader getClassLoader() {
        return PersistenceUnit.class.getClassLoader();
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // Hibernate offers one for byte-code enhancement, which this unit does not use.
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return null;
    }
}
